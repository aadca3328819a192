/**
 * The commands that list dead letters with their reasons, show them, and publish them again. No byte of a record
 * reaches the terminal unchanged, except from {@code show}, which prints one value byte for byte, for a file.
 */
@NullMarked
package io.callport.tools.deadletters;

import org.jspecify.annotations.NullMarked;
