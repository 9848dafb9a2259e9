// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.tolling.parkinglot;

import org.jspecify.annotations.NullMarked;
