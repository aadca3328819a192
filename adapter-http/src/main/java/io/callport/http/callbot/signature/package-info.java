/**
 * Callbot's signatures (NXCloud wiki, Callbot API authorization): made for requests, checked on answers. Nothing here knows
 * an endpoint or a field of an answer.
 */
@NullMarked
package io.callport.http.callbot.signature;

import org.jspecify.annotations.NullMarked;
