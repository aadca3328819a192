/**
 * The keys that may stand in a configuration file: each declared once, with its form, its default and its meaning, for
 * reading and for documenting it. Knows no key of Callport's, and reads no file.
 */
@NullMarked
package io.callport.config.schema;

import org.jspecify.annotations.NullMarked;
