import 'reflect-metadata';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import '../../src/app.module.js';
import { fieldProblems, VALIDATION } from '../../src/platform/http/index.js';

/** Every class of the house that is validated, with its rules. */
const { validationMetadatas } = getMetadataStorage() as unknown as {
  validationMetadatas: ReadonlyMap<ClassConstructor<object>, readonly ValidationMetadata[]>;
};
const classes = [...validationMetadatas].filter(([{ name }]) => name !== 'Settings');
/** What a rule of class-validator says when nobody has written what to do. */
const DEFAULT = /\$property|\$constraint|\b(must|should) (not )?(be|match|contain)\b|each value in/;

it('finds the input of every feature', () => {
  const names = classes.map(([{ name }]) => name);
  for (const name of [
    'SurgeStepDto',

    'AlternativeStepDto',
    'MissionStepDto',
    'NewPanelDto',
    'ProfileDto',
    'SignInDto',
  ])
    expect(names).toContain(name);
});

it.each(classes.map(([type, rules]) => [type.name, rules] as const))('%s has a sentence of its own for each rule', (_, rules) => {
  const without = rules.flatMap(({ type, name, propertyName, message, constraintCls }) => {
    if (type === 'conditionalValidation' || type === 'whitelistValidation' || message) return [];
    // A rule of the house brings its sentence along; one of class-validator only a template.
    const [rule] = constraintCls ? getMetadataStorage().getTargetValidatorConstraints(constraintCls) : [];
    const own = rule?.instance.defaultMessage?.({ value: '', constraints: [], targetName: '', object: {}, property: propertyName });
    return own && !DEFAULT.test(own) ? [] : [`${propertyName}: ${name ?? type}`];
  });
  expect(without).toEqual([]);
});

const WRONG: readonly unknown[] = [undefined, null, '', '  ', 'x', 5, -1, 1e9, true, {}, [], ['x'], [{}], [5], 'x'.repeat(30_000)];

it.each(classes.map(([type, rules]) => [type.name, type, rules] as const))(
  '%s answers whatever is wrong with a sentence',
  async (_, type, rules) => {
    const fields = new Set(rules.map(({ propertyName }) => propertyName));
    for (const value of WRONG) {
      const sent = Object.fromEntries([...fields].map((field) => [field, value]));
      const errors = await validate(plainToInstance(type, sent, { enableImplicitConversion: true }), VALIDATION);
      for (const { field, message } of fieldProblems(errors)) {
        expect([field, message]).toEqual([field, expect.stringMatching(/^\p{Lu}.*[.?!]$/su)]);
        expect([field, DEFAULT.test(message), message]).toEqual([field, false, message]);
        // Who wrote nothing has nothing to shorten.
        if (value === undefined || value === '') expect([field, message]).toEqual([field, expect.not.stringMatching(/^Shorten/)]);
      }
    }
  },
);
