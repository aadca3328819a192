/**
 * The commands that check a configuration, ask one query and send commands, and the door to all commands of this module.
 * Commands call what does the work and print what came of it.
 */
@NullMarked
package io.callport.tools;

import org.jspecify.annotations.NullMarked;
