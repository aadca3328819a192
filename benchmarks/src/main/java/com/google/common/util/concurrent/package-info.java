/** Access to Guava's package-private factory for a rate limiter with a clock; no other type belongs here. */
@NullMarked
package com.google.common.util.concurrent;

import org.jspecify.annotations.NullMarked;
