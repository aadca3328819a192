/**
 * The service with deliberate mistakes, made in its sources and compiled for a run. Nothing here runs it.
 */
@NullMarked
package io.callport.system.crash.variant;

import org.jspecify.annotations.NullMarked;
