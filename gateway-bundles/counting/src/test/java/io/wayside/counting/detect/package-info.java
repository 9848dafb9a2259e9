// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.counting.detect;

import org.jspecify.annotations.NullMarked;
