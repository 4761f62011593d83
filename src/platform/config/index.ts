export { Settings, SettingsError, SETTING_NAMES, settingsFrom, settle } from './settings.js';
export { SettingsModule } from './settings.module.js';
