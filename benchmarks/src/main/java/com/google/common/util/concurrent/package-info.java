/** One door into Guava, where its rate limiter takes a clock; nothing else belongs here. */
@NullMarked
package com.google.common.util.concurrent;

import org.jspecify.annotations.NullMarked;
