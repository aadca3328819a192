/**
 * The commands about dead letters: what is there and why, and publishing some of them again. No byte of a record reaches the
 * terminal as it is, except by {@code show}, which prints one value byte for byte, for a file.
 */
@NullMarked
package io.callport.tools.deadletters;

import org.jspecify.annotations.NullMarked;
