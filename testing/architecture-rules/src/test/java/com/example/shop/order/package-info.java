/** The shop's core: orders, and the port that keeps them. No web, no database. */
@NullMarked
package com.example.shop.order;

import org.jspecify.annotations.NullMarked;
