// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.counting.proof;

import org.jspecify.annotations.NullMarked;
