/**
 * What every command of the command line shares: its streams, its environment, how it fails. Knows no command.
 */
@NullMarked
package io.callport.tools.shell;

import org.jspecify.annotations.NullMarked;
