/**
 * The parameters and answers of a stand-in vendor's query endpoints. Nothing here is written for one vendor, and
 * nothing knows signatures or HTTP.
 */
@NullMarked
package io.callport.sandbox.endpoint;

import org.jspecify.annotations.NullMarked;
