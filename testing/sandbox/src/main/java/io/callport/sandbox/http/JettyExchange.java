package io.callport.sandbox.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Jetty's parts of one exchange; the callback is completed together with the response. */
record JettyExchange(Request request, Response response, Callback callback) {}
