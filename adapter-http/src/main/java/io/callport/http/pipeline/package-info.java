/**
 * The way of one request to a vendor and of its response back, in the order of
 * {@link io.callport.http.pipeline.RequestPipeline}: sign, add headers, send, unpack, verify, decode. Nothing here
 * knows one vendor's signature or fields.
 */
@NullMarked
package io.callport.http.pipeline;

import org.jspecify.annotations.NullMarked;
