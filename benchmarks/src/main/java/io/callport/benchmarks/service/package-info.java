/**
 * The configuration of Callport wherever the whole service is measured. The service is started and measured
 * elsewhere.
 */
@NullMarked
package io.callport.benchmarks.service;

import org.jspecify.annotations.NullMarked;
