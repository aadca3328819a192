/**
 * The command line with its help and its reports of failures. Of the commands only {@code run} is here; the other
 * commands are tools.
 */
@NullMarked
package io.callport.app.cli;

import org.jspecify.annotations.NullMarked;
