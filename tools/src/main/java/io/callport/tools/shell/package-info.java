/**
 * The parts that all commands of the command line share: streams, environment and failures. No command is named here.
 */
@NullMarked
package io.callport.tools.shell;

import org.jspecify.annotations.NullMarked;
