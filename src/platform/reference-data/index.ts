export { COUNTRY_CODES, countryName, findCountry, isCountry, regionOf } from './countries.js';
export { workingLanguagesOf } from './working-languages.js';
