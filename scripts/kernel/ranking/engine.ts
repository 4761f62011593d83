/** What the kernel asks back; the engine hands it over under the name of this file. */

/** The total of a row of this run as it counts: never more than `total`, which does not know how far claims are backed. */
export declare function exactly(row: i32, run: i32): i32;
