/**
 * The command line: its commands, its help, and how failures are reported. Of the commands only {@code run} is here; the
 * others are tools.
 */
@NullMarked
package io.callport.app.cli;

import org.jspecify.annotations.NullMarked;
