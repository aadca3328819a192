/** The service with deliberate mistakes, made in its sources and compiled for a run. The run is elsewhere. */
@NullMarked
package io.callport.system.crash.variant;

import org.jspecify.annotations.NullMarked;
