/**
 * The commands that check a configuration, ask one query and send commands, and the entry to all commands of this
 * module. A command leaves the work to other classes and prints the outcome.
 */
@NullMarked
package io.callport.tools;

import org.jspecify.annotations.NullMarked;
