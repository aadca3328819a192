/**
 * The whole pipeline, from a command on a broker to its result: a real broker, stand-in vendors and the service, in one
 * process. Each benchmark here compares two runs of the same pipeline, or of two pipelines on the same work.
 */
@NullMarked
package io.callport.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
