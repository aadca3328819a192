/**
 * The reports to a tracer that follows commands through this adapter, and the tracer's contribution: a trace's context.
 * This package holds interfaces only, and knows no tracing library.
 */
@NullMarked
package io.callport.kafka.tracing;

import org.jspecify.annotations.NullMarked;
