// SPDX-License-Identifier: Apache-2.0
/**
 * A car park at work: the stays, counts and prices that its lanes share, and a lane that lets
 * vehicles in or out. The lane's vehicles, loops and barrier are those of {@code tolling.lane}.
 */
@NullMarked
package io.wayside.tolling.parkinglot;

import org.jspecify.annotations.NullMarked;
