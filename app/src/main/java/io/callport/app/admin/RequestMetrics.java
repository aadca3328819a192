package io.callport.app.admin;

import io.callport.http.HttpListener;
import io.micrometer.core.instrument.MeterRegistry;

/** The metrics of requests to vendors. */
record RequestMetrics(MeterRegistry registry) implements HttpListener {}
