/** B2: what a request through a port costs beside the bare HTTP client and JSON parser. Nothing here knows Kafka. */
@NullMarked
package io.callport.benchmarks.comparison.request;

import org.jspecify.annotations.NullMarked;
