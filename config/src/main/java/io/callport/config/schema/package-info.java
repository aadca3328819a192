/**
 * What may stand in a configuration file: each key declared once, with its form, its default and its meaning, for reading it and
 * for documenting it. Knows no key of Callport's, and reads no file.
 */
@NullMarked
package io.callport.config.schema;

import org.jspecify.annotations.NullMarked;
