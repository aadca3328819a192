/** How an order gets cheaper; the core's own business, not exported. */
@NullMarked
package com.example.shop.order.discount;

import org.jspecify.annotations.NullMarked;
