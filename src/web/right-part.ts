import type { ValidationError } from 'class-validator';

/**
 * Takes out of a DTO what is wrong in it, so that the rest can be kept: a row of a list where a row is wrong, the whole field otherwise.
 * Changes the DTO and gives it back.
 */
export function rightPart<Dto extends object>(dto: Dto, errors: readonly ValidationError[]): Dto {
  for (const { property, children = [], constraints } of errors) {
    const value: unknown = Reflect.get(dto, property);
    if (Array.isArray(value) && constraints === undefined) {
      const wrong = new Set(children.map((child) => Number(child.property)));
      Reflect.set(
        dto,
        property,
        value.filter((_, at) => !wrong.has(at)),
      );
    } else if (typeof value === 'object' && value !== null && constraints === undefined) rightPart(value, children);
    else Reflect.deleteProperty(dto, property);
  }
  return dto;
}
