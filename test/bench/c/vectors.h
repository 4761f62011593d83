/* The widest vectors of this processor, and the few things that rank.c does with them. Levels are halves of bytes. */
#include <immintrin.h>
#include <stdint.h>

#if defined(__AVX512BW__)
typedef __m512i Vector;
#define WIDTH 64
#define LOAD(p) _mm512_loadu_si512(p)
#define TABLE(p) _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)(p)))
#define LOOK(t, v) _mm512_shuffle_epi8(t, v)
#define LOW(v) _mm512_and_si512(v, _mm512_set1_epi8(15))
#define HIGH(v) _mm512_and_si512(_mm512_srli_epi16(v, 4), _mm512_set1_epi8(15))
#define ADD(a, b) _mm512_add_epi8(a, b)
#define NONE _mm512_setzero_si512()
#define AT_LEAST(v, n) _mm512_cmpge_epu8_mask(v, _mm512_set1_epi8((char)(n)))
#define POINTS(n, m) _mm512_maskz_set1_epi8(m, (char)(n))
#elif defined(__AVX2__)
typedef __m256i Vector;
#define WIDTH 32
#define LOAD(p) _mm256_loadu_si256((const __m256i *)(p))
#define TABLE(p) _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(p)))
#define LOOK(t, v) _mm256_shuffle_epi8(t, v)
#define LOW(v) _mm256_and_si256(v, _mm256_set1_epi8(15))
#define HIGH(v) _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15))
#define ADD(a, b) _mm256_add_epi8(a, b)
#define NONE _mm256_setzero_si256()
#define AT_LEAST(v, n) (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_max_epu8(v, _mm256_set1_epi8((char)(n))), v))
static Vector points_where(int points, uint32_t mask) {
  uint8_t bytes[32];
  for (int i = 0; i < 32; i++) bytes[i] = mask >> i & 1 ? points : 0;
  return LOAD(bytes);
}
#define POINTS(n, m) points_where(n, m)
#else
#error "no vectors"
#endif
