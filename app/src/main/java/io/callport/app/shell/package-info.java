/**
 * What every command of the command line shares: its streams, its environment, how it fails. Knows no command.
 */
@NullMarked
package io.callport.app.shell;

import org.jspecify.annotations.NullMarked;
