/**
 * The processes of a run: the broker, the instances of the service, and the signals that they get. Nothing here decides
 * what happens to them.
 */
@NullMarked
package io.callport.system.crash.process;

import org.jspecify.annotations.NullMarked;
