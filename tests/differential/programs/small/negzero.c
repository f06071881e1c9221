/* Signs of zero, infinities. */
double z(double x)
{
    return -x;
}

float q(float x)
{
    return x - x;
}

int main(void)
{
    return (1 / z(0.0) > 0) + (z(q(1)) != 0) + (z(1e300) * 1e300 > 0) + ((long double)z(1) != -1.0L);
}
