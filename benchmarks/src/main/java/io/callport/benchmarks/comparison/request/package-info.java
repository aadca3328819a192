/** B2: the cost of a request through a port, beside the bare HTTP client and JSON parser. Nothing here knows Kafka. */
@NullMarked
package io.callport.benchmarks.comparison.request;

import org.jspecify.annotations.NullMarked;
