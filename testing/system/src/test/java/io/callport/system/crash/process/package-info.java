/**
 * The processes of a run: the broker, the instances of the service, and their signals. The schedule is made elsewhere.
 */
@NullMarked
package io.callport.system.crash.process;

import org.jspecify.annotations.NullMarked;
