/**
 * The commands about dead letters: what is there and why, and publishing some of them again. Everything is printed so that no
 * byte of a record reaches the terminal as it is.
 */
@NullMarked
package io.callport.app.deadletters;

import org.jspecify.annotations.NullMarked;
