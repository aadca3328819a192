/**
 * Each command as a trace: observations of what the adapters report, for whatever bridge an application brings. Nothing here
 * exports, samples or measures, and no library that does is known.
 */
@NullMarked
package io.callport.observability.tracing;

import org.jspecify.annotations.NullMarked;
