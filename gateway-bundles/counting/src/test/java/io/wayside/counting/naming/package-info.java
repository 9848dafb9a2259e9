// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.counting.naming;

import org.jspecify.annotations.NullMarked;
