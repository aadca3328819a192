/** Puts the shop together; the only place that sees all adapters. */
@NullMarked
package com.example.shop.main;

import org.jspecify.annotations.NullMarked;
