/**
 * What a completed change to a SQLite file survives. `normal`: the end of the process in any way. `full`: power loss and
 * a crash of the operating system too.
 */
export type Durability = 'normal' | 'full';
