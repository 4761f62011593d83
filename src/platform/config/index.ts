export { SETTING_NAMES, Settings, SettingsError, settingsFrom, settle } from './settings.js';
export { SettingsModule } from './settings.module.js';
