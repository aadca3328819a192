/**
 * What whoever follows commands through this adapter is told, and what it may add: a trace's context. Interfaces only; no
 * library that traces is known here.
 */
@NullMarked
package io.callport.kafka.tracing;

import org.jspecify.annotations.NullMarked;
