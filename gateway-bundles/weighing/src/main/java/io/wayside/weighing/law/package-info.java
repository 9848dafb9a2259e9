// SPDX-License-Identifier: Apache-2.0
/**
 * Law packs and what they say about a vehicle that was weighed. The law is data: limits, layouts,
 * deduction and penalty bands with source and date; here is a small closed set of rule kinds. Pure
 * logic.
 */
@NullMarked
package io.wayside.weighing.law;

import org.jspecify.annotations.NullMarked;
