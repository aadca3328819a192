/**
 * What is reported to a tracer that follows commands through this adapter, and what the tracer may add: a trace's context.
 * Interfaces only; no library that traces is known here.
 */
@NullMarked
package io.callport.kafka.tracing;

import org.jspecify.annotations.NullMarked;
