/**
 * The command line: its commands, its help, and how failures are told. Commands call what does the work and print what came
 * of it.
 */
@NullMarked
package io.callport.app.cli;

import org.jspecify.annotations.NullMarked;
