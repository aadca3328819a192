/**
 * The traces of commands: observations of what the adapters report, for any bridge that an application adds. Nothing
 * here exports, samples or measures, or depends on a library that does.
 */
@NullMarked
package io.callport.observability.tracing;

import org.jspecify.annotations.NullMarked;
