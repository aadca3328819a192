/**
 * Those who do the work between commands and results: Callport, what people would use instead, and the limit. Each is set up
 * as its documentation recommends, in one class to be criticised. Nothing here measures.
 */
@NullMarked
package io.callport.benchmarks.peer.kafka;

import org.jspecify.annotations.NullMarked;
