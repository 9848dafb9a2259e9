// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.counting.plate;

import org.jspecify.annotations.NullMarked;
