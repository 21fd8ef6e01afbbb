#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rng.h"

/* Worked out by a second implementation, in another language, from the published algorithms. */
static void the_stream_of_a_seed_is_the_published_one(void **state)
{
	static const struct {
		uint64_t seed, first[5];
	} vectors[] = {
		{0x0,
		 {0x99ec5f36cb75f2b4, 0xbf6e1f784956452a, 0x1a5f849d4933e6e0, 0x6aa594f1262d2d2c,
		  0xbba5ad4a1f842e59}},
		{0x1,
		 {0xb3f2af6d0fc710c5, 0x853b559647364cea, 0x92f89756082a4514, 0x642e1c7bc266a3a7,
		  0xb27a48e29a233673}},
		{0x2a,
		 {0x15780b2e0c2ec716, 0x6104d9866d113a7e, 0xae17533239e499a1, 0xecb8ad4703b360a1,
		  0xfde6dc7fe2ec5e64}},
		{0xffffffffffffffff,
		 {0x8f5520d52a7ead08, 0xc476a018caa1802d, 0x81de31c0d260469e, 0xbf658d7e065f3c2f,
		  0x913593fda1bca32a}},
	};

	(void)state;
	for (size_t v = 0; v < sizeof(vectors) / sizeof(*vectors); v++) {
		struct rng r;

		rng_init(&r, vectors[v].seed);
		for (int i = 0; i < 5; i++)
			assert_int_equal(rng_next(&r), vectors[v].first[i]);
	}
}

static void a_stream_is_a_value_that_can_be_copied(void **state)
{
	struct rng a, b;

	(void)state;
	rng_init(&a, 7);
	rng_next(&a);
	b = a;
	for (int i = 0; i < 100; i++)
		assert_int_equal(rng_next(&a), rng_next(&b));
}

static void neighbouring_streams_of_a_seed_share_nothing(void **state)
{
	struct rng streams[64];

	(void)state;
	for (uint64_t i = 0; i < 64; i++)
		rng_init_nth(&streams[i], i / 8, i % 8);
	for (int i = 0; i < 64; i++)
		for (int k = 0; k < i; k++)
			for (int word = 0; word < 16; word++)
				assert_int_not_equal(streams[i].s[word / 4],
						     streams[k].s[word % 4]);
}

static void numbers_below_a_bound_stay_below_it(void **state)
{
	static const uint32_t bounds[] = {1, 2, 3, 7, 200, 1000000, 0x80000001, UINT32_MAX};
	struct rng r;

	(void)state;
	rng_init(&r, 3);
	for (size_t b = 0; b < sizeof(bounds) / sizeof(*bounds); b++)
		for (int i = 0; i < 10000; i++)
			assert_true(rng_below(&r, bounds[b]) < bounds[b]);
}

/* Without rejection every third number below this bound would come up twice as often. */
static void a_large_bound_has_no_bias(void **state)
{
	const uint32_t bound = 0xc0000000;
	int thirds[3] = {0};
	struct rng r;

	(void)state;
	rng_init(&r, 4);
	for (int i = 0; i < 30000; i++)
		thirds[rng_below(&r, bound) % 3]++;
	for (int i = 0; i < 3; i++)
		assert_in_range(thirds[i], 9700, 10300);
}

static void a_shuffle_keeps_every_item(void **state)
{
	uint16_t items[200], seen[200] = {0};
	struct rng r;

	(void)state;
	for (uint16_t i = 0; i < 200; i++)
		items[i] = i;
	rng_init(&r, 5);
	rng_shuffle(&r, items, 200, sizeof(*items));
	for (int i = 0; i < 200; i++)
		seen[items[i]]++;
	for (int i = 0; i < 200; i++)
		assert_int_equal(seen[i], 1);
	rng_shuffle(&r, items, 0, sizeof(*items));
}

static void every_order_of_four_comes_up_equally_often(void **state)
{
	int orders[256] = {0}, distinct = 0;
	double chi = 0;
	struct rng r;

	(void)state;
	rng_init(&r, 6);
	for (int i = 0; i < 24000; i++) {
		uint8_t items[4] = {0, 1, 2, 3};

		rng_shuffle(&r, items, 4, 1);
		orders[items[0] << 6 | items[1] << 4 | items[2] << 2 | items[3]]++;
	}
	for (int i = 0; i < 256; i++) {
		if (orders[i] == 0)
			continue;
		distinct++;
		chi += (orders[i] - 1000.0) * (orders[i] - 1000.0) / 1000;
	}
	assert_int_equal(distinct, 24);
	assert_true(chi < 49.7); /* 23 degrees of freedom, one in a thousand */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_stream_of_a_seed_is_the_published_one),
		cmocka_unit_test(a_stream_is_a_value_that_can_be_copied),
		cmocka_unit_test(neighbouring_streams_of_a_seed_share_nothing),
		cmocka_unit_test(numbers_below_a_bound_stay_below_it),
		cmocka_unit_test(a_large_bound_has_no_bias),
		cmocka_unit_test(a_shuffle_keeps_every_item),
		cmocka_unit_test(every_order_of_four_comes_up_equally_often),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
