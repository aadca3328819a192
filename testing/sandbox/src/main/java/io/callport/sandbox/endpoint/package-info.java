/**
 * What a query endpoint of a stand-in vendor takes and answers. Nothing here is written for one vendor, and nothing knows
 * signatures or HTTP.
 */
@NullMarked
package io.callport.sandbox.endpoint;

import org.jspecify.annotations.NullMarked;
