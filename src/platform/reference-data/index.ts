export {
  COUNTRY_CODES,
  countryName,
  findCountry,
  isCountry,
  isPresentName,
  regionOf,
  UN_REGIONS,
  type UnRegion,
  unRegionOf,
} from './countries.js';
export { countryNameIn } from './country-names.js';
export { languageNameIn } from './language-names.js';
export { workingLanguagesOf } from './working-languages.js';
