/**
 * The configuration of Callport for all benchmarks of the whole service. The service is started and measured elsewhere.
 */
@NullMarked
package io.callport.benchmarks.service;

import org.jspecify.annotations.NullMarked;
